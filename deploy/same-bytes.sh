#!/usr/bin/env bash
# Builds the site twice, under another path, time zone, locale, umask, user, home and clock, and compares every byte.
# CONTENT_DIR chooses another base. faketime and another user are used where they can be had.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
content="${CONTENT_DIR:-content}"

copy() {
  mkdir -p "$1"
  tar -C "$root" --exclude=./node_modules --exclude=./.git --exclude=./dist --exclude=./.astro -cf - . | tar -C "$1" -xf -
  cp -al "$root/node_modules" "$1/node_modules" 2>/dev/null || cp -a "$root/node_modules" "$1/node_modules"
}

one="$work/one"
two="$work/другой путь/two"
copy "$one"
copy "$two"

(cd "$one" && env TZ=UTC LANG=C.UTF-8 CONTENT_DIR="$content" npm run build)

clock=()
if command -v faketime >/dev/null; then clock=(faketime -f '@2031-03-04 05:06:07'); else echo 'There is no faketime here: the clock stays.'; fi
user=()
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  chown -R 12345:12345 "$two"
  chmod 755 "$work" "$work/другой путь"
  user=(setpriv --reuid=12345 --regid=12345 --clear-groups)
else echo 'Not root: the user stays.'; fi
(cd "$two" && umask 077 && "${user[@]}" "${clock[@]}" env -u SITE_URL HOME=/nonexistent TZ=Pacific/Kiritimati LANG=ru_RU.UTF-8 LC_ALL=C CONTENT_DIR="$content" npm run build)

diff -r "$one/dist" "$two/dist"
echo "$(wc -l < "$one/dist/sha256sums.txt") files are the same, byte for byte."
