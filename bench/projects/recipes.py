"""How each project is configured: data only. A new project is a new row.

`steps` are shell commands run in the unpacked source; {build}, {database} and the compilers are filled in.
They end with a compile_commands.json at {database}. `drop` removes files that are not the program (tests, examples).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    package: str
    version: str
    steps: tuple
    needs: tuple = ()       # Debian packages
    drop: str = r"$^"       # regular expression over paths relative to the source


RECORD = "bear --output {database} -- "
CONFIGURE = "./configure CC={cc} CXX={cxx} CFLAGS=-O0 CXXFLAGS=-O0 "
CMAKE = ("cmake -S . -B {build} -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_BUILD_TYPE=Release "
         "-DCMAKE_C_COMPILER={cc} -DCMAKE_CXX_COMPILER={cxx} ")
TAKE = "cp {build}/compile_commands.json {database}"
AUTOTOOLS = ("autoconf", "automake", "libtool", "autopoint", "bear")


def with_cmake(package, version, options="", **rest):
    return Recipe(package, version, (CMAKE + options, TAKE), **rest)


def with_configure(package, version, options="", make="make", before=(), needs=(), **rest):
    steps = (*before, CONFIGURE + options, RECORD + make)
    return Recipe(package, version, steps, needs=(*AUTOTOOLS, *needs), **rest)


def with_make(package, version, make, needs=(), before=(), **rest):
    return Recipe(package, version, (*before, RECORD + make), needs=("bear", *needs), **rest)


RECIPES = {
    "leveldb": with_cmake(
        "leveldb", "1.23-4",
        "-DLEVELDB_BUILD_TESTS=OFF -DLEVELDB_BUILD_BENCHMARKS=OFF -DCMAKE_CXX_STANDARD=17 "
        "-DHAVE_SNAPPY=OFF -DHAVE_CRC32C=OFF -DHAVE_TCMALLOC=OFF"),
    "memcached": with_configure(
        "memcached", "1.6.18-1+deb12u1", "--disable-docs", make="make memcached", needs=("libevent-dev",)),
    "redis": with_make(
        "redis", "5:7.0.15-1~deb12u7",
        "make -C src redis-server redis-cli redis-benchmark CC={cc} OPTIMIZATION=-O0 WARN=-w "
        "USE_SYSTEM_JEMALLOC=yes USE_JEMALLOC=yes",
        before=("sed -i '1i CFLAGS += -I/usr/include/liblzf\\nLDFLAGS += -llzf -latomic -ldl' src/Makefile",),
        needs=("libhiredis-dev", "libjemalloc-dev", "liblua5.1-0-dev", "liblzf-dev", "lua-bitop-dev", "lua-cjson-dev")),
    "transmission": Recipe(
        "transmission", "4.1.0~beta2+dfsg-3+deb13u2",
        (CMAKE + "-DENABLE_TESTS=OFF -DENABLE_GTK=OFF -DENABLE_QT=OFF -DENABLE_NLS=OFF", "ninja -C {build} dht", TAKE),
        needs=("libb64-dev", "libcurl4-openssl-dev", "libdeflate-dev", "libevent-dev", "libfast-float-dev", "libfmt-dev",
               "libminiupnpc-dev", "libnatpmp-dev", "libpsl-dev", "libssl-dev", "libutfcpp-dev", "rapidjson-dev",
               "zlib1g-dev")),
    "pigz": with_make("pigz", "2.8-1", "make CC={cc} CFLAGS=-O0 pigz", needs=("zlib1g-dev",)),
    "pbzip2": with_make(
        "pbzip2", "1.1.13-1", "make CXX='{cxx} -Wno-reserved-user-defined-literal' pbzip2", needs=("libbz2-dev",)),
    "tinyproxy": with_configure(
        "tinyproxy", "1.11.1-2.1+deb12u1", "--disable-manpage_support", make="make -C src"),
    "minidlna": with_configure(
        "minidlna", "1.3.0+dfsg-2.2+deb12u1", "--disable-nls", before=("autoreconf -fi",),
        needs=("libavformat-dev", "libavutil-dev", "libexif-dev", "libflac-dev", "libid3tag0-dev", "libjpeg-dev",
               "libogg-dev", "libsqlite3-dev", "libvorbis-dev")),
    "libuv": with_cmake("libuv1", "1.44.2-1+deb12u1", "-DBUILD_TESTING=OFF"),
    "zstd": Recipe(
        "libzstd", "1.5.4+dfsg2-5",
        (CMAKE.replace("-S .", "-S build/cmake") + "-DZSTD_BUILD_TESTS=OFF -DZSTD_BUILD_SHARED=OFF", TAKE), drop=r"\.S$"),
    "xz": with_cmake("xz-utils", "5.4.1-1+deb12u1", "-DBUILD_TESTING=OFF"),
    "aria2": with_configure(
        "aria2", "1.36.0-1", "--disable-nls --without-libssh2 --without-sqlite3 --with-openssl --without-gnutls",
        needs=("libssl-dev", "zlib1g-dev", "libc-ares-dev", "libexpat1-dev"), drop=r"^test/"),
    "zeromq": with_cmake("zeromq3", "4.3.4-6", "-DBUILD_TESTS=OFF -DBUILD_SHARED=OFF -DWITH_PERF_TOOL=OFF"),
    "libmicrohttpd": with_configure(
        "libmicrohttpd", "0.9.75-6", "--disable-doc --disable-examples",
        make="make -C src/microhttpd libmicrohttpd.la", needs=("libgnutls28-dev",)),
    "civetweb": with_cmake("civetweb", "1.15+dfsg-4", "-DCIVETWEB_BUILD_TESTING=OFF"),
    "snapraid": with_configure("snapraid", "12.2-1", before=("autoreconf -fi",), make="make snapraid"),
    "haproxy": with_make(
        "haproxy", "2.6.12-1+deb12u3", "make TARGET=linux-glibc USE_OPENSSL=1 CC={cc} CPU_CFLAGS=-O0",
        needs=("libssl-dev",)),
}
