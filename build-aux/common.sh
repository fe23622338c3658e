# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the commands of build-aux share. To be sourced, from the project's folder.

die ()
{
  echo "${0##*/}: $*" >&2
  exit 1
}

# quietly LOG COMMAND...: runs the command; its output is shown only if it fails.
quietly ()
{
  local log=$1
  shift

  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1 </dev/null
  then
    cat "$log" >&2
    die "failed: $* (what it said stands above and in $log)"
  fi
}

# build FOLDER MESON-OPTION...: configures the folder if that was not done yet, and builds.
build ()
{
  local folder=$1
  shift

  if [ ! -f "$folder/build.ninja" ]
  then
    echo "Configuring $folder…"
    quietly "$folder/setup.log" meson setup "$folder" "$@"
  fi
  echo "Building in $folder…"
  quietly "$folder/build.log" ninja -C "$folder"
}

# make_private_home FOLDER: points everything a program may write to at a new
# folder, so that nothing of the person’s is read or touched.
make_private_home ()
{
  local folder=$1

  mkdir -p "$folder"/{home,config,data,cache,state,run}
  chmod 700 "$folder" "$folder/run"
  export HOME=$folder/home
  export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_CACHE_HOME=$folder/cache
  export XDG_STATE_HOME=$folder/state XDG_RUNTIME_DIR=$folder/run
  unset THAW_DATA_DIR DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS WAYLAND_DISPLAY XAUTHORITY SESSION_MANAGER
}

# start_display FOLDER SIZE: starts an X server on a free display and sets DISPLAY
# and display_pid; the caller ends it.
start_display ()
{
  local folder=$1 size=$2 tries=0

  : >"$folder/display"
  Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$folder/display" \
    >"$folder/xvfb.log" 2>&1 </dev/null &
  display_pid=$!
  until [ -s "$folder/display" ]
  do
    tries=$((tries + 1))
    if [ $tries -gt 1200 ] || ! kill -0 "$display_pid" 2>/dev/null
    then
      cat "$folder/xvfb.log" >&2
      die 'the virtual display did not start'
    fi
    sleep 0.05
  done
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY
}

# start_bus FOLDER: starts a session bus that starts no service of the machine’s, and
# sets DBUS_SESSION_BUS_ADDRESS and bus_pid; the caller ends it.
start_bus ()
{
  local folder=$1 output

  cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:dir=$XDG_RUNTIME_DIR</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
  exec {output}< <(exec dbus-daemon --config-file="$folder/bus.conf" --nofork --print-address=1 2>"$folder/bus.log")
  # shellcheck disable=SC2034 # for the caller to end
  bus_pid=$!
  if ! read -r -t 60 DBUS_SESSION_BUS_ADDRESS <&"$output"
  then
    cat "$folder/bus.log" >&2
    die 'the session bus did not start'
  fi
  export DBUS_SESSION_BUS_ADDRESS
}
