// Password hashes and file reads share libuv's four threads: without more, a few sign-ins hold up the pages.
// It must stand before the first of them starts, hence a module of its own that main.ts imports first.
process.env.UV_THREADPOOL_SIZE ??= '16';
