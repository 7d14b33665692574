#!/usr/bin/env bash
# Installs the .deb on this computer as a person would, uses it, upgrades it and takes it away again, and says what it
# saw. Needs root and a Debian or Ubuntu without Placewatch; takes about three minutes, and leaves pictures in
# target/check-install.
#
#   packaging/linux/check-install.sh            builds the packages first
#   packaging/linux/check-install.sh --built    takes those in target/installer
set -euo pipefail
cd "$(dirname "$0")/../.."

VERSION_AFTER=0.1.1
OUT=target/check-install
PORT=18085
started=()

fail() { echo "FAILED: $*" >&2; exit 1; }
step() { echo "== $*"; }
stop() { kill "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }
finish() {
    for pid in "${started[@]}"; do stop "$pid"; done
    if dpkg -s placewatch >/dev/null 2>&1; then dpkg --purge placewatch >/dev/null; fi
}

[ "$(id -u)" = 0 ] || fail "apt installs for root only"
dpkg -s placewatch >/dev/null 2>&1 && fail "Placewatch is installed here; this would take it away"
missing=()
for tool in Xvfb:xvfb openbox:openbox xdotool:xdotool import:imagemagick xprop:x11-utils desktop-file-validate:desktop-file-utils; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
[ ${#missing[@]} = 0 ] || fail "missing: apt install ${missing[*]}"
[ "${1:-}" = --built ] || mvn --batch-mode --no-transfer-progress -Pinstaller package

rm -rf "$OUT"
mkdir -p "$OUT"
deb=$(ls "$PWD"/target/installer/placewatch_*.deb)
home=$(mktemp -d)
trap finish EXIT
export XDG_CONFIG_HOME="$home/.config"

# Waits up to 30 s for a command to succeed.
await() {
    local what=$1; shift
    for _ in $(seq 300); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    fail "waited in vain for $what"
}

step "checksums"
(cd target/installer && sha256sum --check --quiet SHA256SUMS)
size=$(stat -c %s "$deb")
[ "$size" -le 45000000 ] || fail "the .deb has $size bytes, more than 45 MB"

step "apt install $(basename "$deb")"
apt-get install --yes --no-install-recommends "$deb" >"$OUT/apt.log" 2>&1 || { tail -20 "$OUT/apt.log"; fail "apt"; }
installed=$(find /opt/placewatch -type f -printf '%s\n' | awk '{all += $1} END {print all}')
[ "$installed" -le 140000000 ] || fail "$installed bytes are installed, more than 140 MB"
echo "   the package has $((size / 1000000)) MB, what is installed $((installed / 1000000)) MB"
unresolved=$(find /opt/placewatch -name '*.so' -exec env LD_LIBRARY_PATH=/opt/placewatch/lib/runtime/lib:/opt/placewatch/lib/runtime/lib/server ldd {} + 2>/dev/null | grep 'not found' || true)
[ -z "$unresolved" ] || fail "libraries are missing: $unresolved"

step "desktop entry"
entry=$(ls /usr/share/applications/placewatch.desktop 2>/dev/null || true)
[ -n "$entry" ] || fail "there is no desktop entry"
desktop-file-validate "$entry" || fail "$entry is not in order"
read -r -a command <<<"$(sed -n 's/^Exec=//p' "$entry" | sed 's/ %f$//')"
[ -f "$(sed -n 's/^Icon=//p' "$entry")" ] || fail "the entry's icon is not there"
echo "{}" >"$home/Tuesday.placewatch"
grep -q 'glob pattern="\*.placewatch"' /usr/share/mime/packages/placewatch.xml || fail "the system does not know workspace files"
echo "   $entry starts ${command[*]}"

step "AOT cache"
"${command[@]}" --version
JAVA_TOOL_OPTIONS="-Xlog:aot:file=$OUT/aot.log -XX:AOTMode=on" "${command[@]}" --version >/dev/null 2>&1 || fail "the cache does not fit"
grep -q 'Mapped static  region #1' "$OUT/aot.log" || fail "the cache is not mapped"
grep -q 'full module graph: enabled' "$OUT/aot.log" || fail "the cache is only half used"

step "a display and a window manager"
Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$OUT/display" 2>/dev/null & started+=($!)
await "the display" test -s "$OUT/display"
export DISPLAY=":$(cat "$OUT/display")"
openbox >/dev/null 2>&1 & started+=($!)
await "the window manager" bash -c 'xprop -root _NET_SUPPORTED | grep _NET_ACTIVE_WINDOW'

# Starts the program, waits for a window of that title, and takes a picture of it.
see() {
    local title=$1 picture=$2; shift 2
    "${command[@]}" "$@" >"$OUT/$picture.log" 2>&1 & program=$!; started+=($program)
    await "the window “$title”" xdotool search --name "^$title"
    # until its lines are there: the picture does not change any more
    local before="" now=""
    for _ in $(seq 60); do
        sleep 0.5
        import -window root "$OUT/$picture.png"
        now=$(identify -format '%k %#' "$OUT/$picture.png")
        [ "$now" = "$before" ] && break
        before=$now
    done
    [ "${now%% *}" -gt 200 ] || fail "the window is blank: $OUT/$picture.png"
    echo "   $(xdotool search --name "^$title" getwindowname): $OUT/$picture.png"
}

step "the demo building, by the desktop entry's command"
began=$SECONDS
see "Demo building – Placewatch" demo
grep -q "StartupWMClass=$(xprop -id "$(xdotool search --name '^Demo building' | head -1)" WM_CLASS | sed 's/.*"\(.*\)"$/\1/')" "$entry" \
    || fail "the entry's StartupWMClass is not the window's"
sleep $((30 - (SECONDS - began) > 0 ? 30 - (SECONDS - began) : 0))
resident=$(awk '/^VmRSS/ {print $2}' "/proc/$program/status")
echo "   30 s after the start it has $((resident * 1024 / 1000000)) MB of memory"
[ $((resident * 1024)) -le 220000000 ] || fail "more than 220 MB"
# a person's choice, which the upgrade must keep
xdotool search --name '^Demo building' windowactivate --sync windowsize --sync 1111 777
sleep 1
stop "$program"
settings="$XDG_CONFIG_HOME/placewatch/preferences.json"
[ -s "$settings" ] || fail "no settings were kept in $settings"

step "a workspace file"
see "Demo building – Placewatch" file "$home/Tuesday.placewatch"
stop "$program"

step "a simulator of the same installation"
"${command[@]}" simulator --port $PORT >"$OUT/simulator.log" 2>&1 & simulator=$!; started+=($simulator)
await "the simulator" grep -q '^LISTENING' "$OUT/simulator.log"
await "its keys" grep -q '^support ' "$OUT/simulator.log"
sed -n 's/^support //p' "$OUT/simulator.log" | head -1 >"$home/key"
see "127.0.0.1" simulator --server "http://127.0.0.1:$PORT" --key-file "$home/key"
stop "$program"
stop "$simulator"

step "upgrade to $VERSION_AFTER"
repacked=$(mktemp -d)
dpkg-deb --raw-extract "$deb" "$repacked"
sed -i "s/^Version: .*/Version: $VERSION_AFTER/" "$repacked/DEBIAN/control"
dpkg-deb --build -Zgzip -z1 "$repacked" "$OUT/placewatch_$VERSION_AFTER.deb" >/dev/null
rm -r "$repacked"
sum=$(sha256sum "$settings")
apt-get install --yes --no-install-recommends "$PWD/$OUT/placewatch_$VERSION_AFTER.deb" >>"$OUT/apt.log" 2>&1 || fail "upgrade"
[ "$(dpkg-query -W -f '${Version}' placewatch)" = "$VERSION_AFTER" ] || fail "the old version is still there"
[ "$(sha256sum "$settings")" = "$sum" ] || fail "the upgrade changed the settings"
see "Demo building – Placewatch" upgraded
stop "$program"

step "uninstall"
apt-get purge --yes placewatch >>"$OUT/apt.log" 2>&1 || fail "purge"
[ ! -e /opt/placewatch ] || fail "/opt/placewatch is still there: $(find /opt/placewatch | head)"
left=$(grep -ls placewatch /usr/share/applications/*.desktop /usr/share/mime/packages/*.xml 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$settings" ] || fail "the person's settings are gone"

if ls target/installer/*.rpm >/dev/null 2>&1; then
    step "the .rpm, as far as it can be looked at here"
    rpm -qpl target/installer/*.rpm >"$OUT/rpm-files.txt"
    for file in /opt/placewatch/bin/placewatch /opt/placewatch/lib/app/placewatch.aot; do
        grep -qx "$file" "$OUT/rpm-files.txt" || fail "the .rpm lacks $file"
    done
    rpm -qp --requires target/installer/*.rpm | grep -qx gtk3 || fail "the .rpm does not ask for gtk3"
    if command -v rpmlint >/dev/null; then rpmlint target/installer/*.rpm >"$OUT/rpmlint.txt" 2>&1 || true; tail -1 "$OUT/rpmlint.txt"; fi
fi
rm -r "$home"
echo "All is well."
