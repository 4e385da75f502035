#!/usr/bin/env bash
# Makes an app-image (target/installer/app-image) and, on Debian and Ubuntu, a .deb (target/installer), with a Java
# runtime of their own, from what `mvn package` has left. `mvn -Pinstaller package` does both steps.
set -euo pipefail

readonly required_java=25
readonly name=polytorus-testnet
project=$(cd "$(dirname "$0")/.." && pwd -P)
readonly project
readonly distribution=$project/target/$name
readonly output=$project/target/installer
readonly image=$output/app-image/$name

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The JDK that Maven has chosen, else one that is installed: it must bring jlink, jpackage and jdeps.
find_jdk() {
    local home java
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] && [ -x "$home/bin/jpackage" ] && [ -x "$home/bin/jlink" ] && [ -x "$home/bin/jdeps" ] || continue
        java=$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
        if [ "${java:-0}" -ge "$required_java" ]; then
            printf '%s\n' "$home"
            return
        fi
    done
    fail "The installer needs a JDK $required_java or newer with jpackage; none was found." \
        "Install it with: sudo apt-get install openjdk-$required_java-jdk   (or let JAVA_HOME name it)"
}

# The tools that jpackage calls, each as command:package; all that is missing is told at once.
require_tools() {
    local tool missing=()
    for tool in "$@"; do
        command -v "${tool%%:*}" >/dev/null 2>&1 || missing+=("${tool##*:}")
    done
    [ "${#missing[@]}" -eq 0 ] || fail "The installer needs tools that are not installed." \
        "Install them with: sudo apt-get install ${missing[*]}"
}

# The modules that the program and its libraries use, as jdeps reads them off the classes. Its last line is the list;
# the warnings above it are about each jar being named twice, as part of the program and as a place to look in.
java_modules() {
    local answer
    answer=$("$jdk/bin/jdeps" --multi-release "$required_java" --ignore-missing-deps --print-module-deps \
        --module-path "$work/javafx:$work/input" --add-modules javafx.controls "$work"/input/*.jar 2>&1) ||
        fail "$answer"
    tail -n 1 <<<"$answer"
}

main() {
    jdk=$(find_jdk)
    # objcopy is what jlink takes the debugging symbols out of native libraries with.
    require_tools objcopy:binutils
    [ -r "$distribution/lib/$name.jar" ] || fail "There is no $distribution/lib/$name.jar. Build it first: mvn package"

    work=$output/work
    rm -rf "$output"
    mkdir -p "$work/javafx" "$work/input"

    # JavaFX goes into the runtime as modules, everything else on the class path. Of each JavaFX library the jar with
    # the name of the platform counts; the other one is empty.
    local jar
    for jar in "$distribution"/lib/*.jar; do
        case ${jar##*/} in
            javafx-*-*-*.jar) cp "$jar" "$work/javafx/" ;;
            javafx-*.jar) ;;
            *) cp "$jar" "$work/input/" ;;
        esac
    done

    local version modules
    version=$("$jdk/bin/java" -jar "$distribution/lib/$name.jar" --version | sed -n '1s/.* //p')
    modules=$(java_modules)
    echo "Java modules: $modules"
    # Kept besides what jdeps sees: providers that are looked up by name (file systems in jars, more encodings).
    # With native libraries as files beside Java's own, nothing is unpacked into the user's home at the first start.
    "$jdk/bin/jlink" --module-path "$work/javafx" --add-modules "$modules,javafx.controls,jdk.charsets,jdk.zipfs" \
        --strip-debug --no-header-files --no-man-pages --compress zip-6 \
        --exclude-resources '/javafx.*/*.so,/javafx.*/*.dll,/javafx.*/*.dylib' --output "$work/runtime"
    (
        mkdir "$work/native" && cd "$work/native"
        for jar in "$work"/javafx/*.jar; do
            "$jdk/bin/jar" --extract --file "$jar"
        done
        find . -maxdepth 1 -type f \( -name '*.so' -o -name '*.dylib' \) -exec cp {} "$work/runtime/lib/" \;
    )

    local content=()
    local item
    for item in sample-configs LICENSE README.md; do
        [ ! -e "$distribution/$item" ] || content+=(--app-content "$distribution/$item")
    done
    "$jdk/bin/jpackage" --type app-image --name "$name" --dest "$output/app-image" --app-version "$version" \
        --input "$work/input" --main-jar "$name.jar" --main-class org.polytorus.simulator.app.Main \
        --runtime-image "$work/runtime" --icon "$project/installer/icons/$name-512.png" \
        --java-options "--enable-native-access=ALL-UNNAMED,javafx.graphics" \
        --java-options "-XX:+UseCompactObjectHeaders -XX:+UseParallelGC" "${content[@]}"
    echo "App-image: $image ($(du -sm "$image" | cut -f1) MB)"

    if [ -r /etc/debian_version ]; then
        make_deb "$version"
    fi
    rm -rf "$work"
}

make_deb() {
    require_tools dpkg-deb:dpkg fakeroot:fakeroot
    # The dependencies stand in installer/debian/control: jpackage would name every library that these libraries load on
    # this very machine, and no other release of the system has them all under these names.
    DPKG_DEB_COMPRESSOR_TYPE=none "$jdk/bin/jpackage" --type deb --app-image "$image" --name "$name" --dest "$work/deb" \
        --app-version "$1" --resource-dir "$project/installer/debian" --linux-package-name "$name" \
        --linux-deb-maintainer "polytorus-testnet@example.org" --vendor "PolyTorus testnet simulator" \
        --linux-app-category net
    local package=$work/package
    dpkg-deb --raw-extract "$work"/deb/*.deb "$package"
    # Command, menu entry and icons are files of the package, which dpkg removes and replaces by itself and of which it
    # tells the desktop's indexes. jpackage's scripts do less, and its postrm leaves a removed package half known.
    rm -rf "$package"/DEBIAN/{preinst,postinst,prerm,postrm} "$package/opt/$name/share"
    add_desktop_files "$package"
    seal "$package"
    # The runtime is compressed already: xz would take minutes for a few per cent.
    dpkg-deb --root-owner-group -Zgzip --build "$package" "$output" >/dev/null
    echo "Package: $(ls -s --block-size=M "$output"/*.deb)"
}

# Puts into the package $1 what stands outside of the program's own folder.
add_desktop_files() {
    local share=$1/usr/share icons=$project/installer/icons size
    for size in 48 256 512; do
        install -D -m 644 "$icons/$name-$size.png" "$share/icons/hicolor/${size}x$size/apps/$name.png"
    done
    install -D -m 644 "$icons/$name.svg" "$share/icons/hicolor/scalable/apps/$name.svg"
    install -D -m 644 "$project/installer/debian/$name.desktop" "$share/applications/$name.desktop"
    install -D -m 644 "$project/LICENSE" "$share/doc/$name/copyright"
    ln -s "/opt/$name/lib/sample-configs" "$share/doc/$name/examples"
    install -d "$1/usr/bin"
    ln -s "/opt/$name/bin/$name" "$1/usr/bin/$name"
}

# Sums and size of the package $1, and the fixed time of the build on all that is in it: the same sources give the same bytes.
seal() {
    (cd "$1" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    sed -i "s/^Installed-Size: .*/Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$1" | cut -f1)/" "$1/DEBIAN/control"
    chmod -R u=rwX,go=rX "$1"
    SOURCE_DATE_EPOCH=$(date -u -d "$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$project/pom.xml")" +%s)
    export SOURCE_DATE_EPOCH
    find "$1" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
}

main "$@"
