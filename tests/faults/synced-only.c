/*
 * Loaded in front of the C library (LD_PRELOAD), this keeps a second copy of some files that holds only what was synced:
 * what a disk would surely hold if the power failed. SYNCED_OF names the files (all whose path begins so), SYNCED_IN the
 * folder of the copies. A write is noted; fsync or fdatasync brings what was noted into the copy. A deletion is noted too,
 * and reaches the copies when a folder is synced.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096

struct range { off_t from; size_t length; };
struct file { char copy[2 * PATH_MAX]; struct range *written; size_t count, room; };

static struct file *files[FILES];
static char *deleted[FILES];
static size_t deletions;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_watched(const char *path) {
  const char *of = getenv("SYNCED_OF");
  return of && getenv("SYNCED_IN") && strncmp(path, of, strlen(of)) == 0;
}

static void copy_of(const char *path, char *copy, size_t room) {
  const char *name = strrchr(path, '/');
  snprintf(copy, room, "%s/%s", getenv("SYNCED_IN"), name ? name + 1 : path);
}

static void watch(int fd, const char *path) {
  if (fd < 0 || fd >= FILES || !is_watched(path)) return;
  /* The index of the write-ahead log is shared memory: SQLite makes it anew after a crash. */
  size_t length = strlen(path);
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return;
  struct file *file = calloc(1, sizeof *file);
  copy_of(path, file->copy, sizeof file->copy);
  pthread_mutex_lock(&lock);
  files[fd] = file;
  pthread_mutex_unlock(&lock);
}

static void note(int fd, off_t from, ssize_t length) {
  if (fd < 0 || fd >= FILES || length <= 0 || !files[fd]) return;
  pthread_mutex_lock(&lock);
  struct file *file = files[fd];
  if (file) {
    if (file->count == file->room) {
      file->room = file->room ? 2 * file->room : 64;
      file->written = realloc(file->written, file->room * sizeof *file->written);
    }
    file->written[file->count++] = (struct range){from, (size_t)length};
  }
  pthread_mutex_unlock(&lock);
}

static void bring(int fd) {
  struct stat what;
  if (fstat(fd, &what) == 0 && S_ISDIR(what.st_mode)) {
    pthread_mutex_lock(&lock);
    while (deletions > 0) {
      ((int (*)(const char *))next("unlink"))(deleted[--deletions]);
      free(deleted[deletions]);
    }
    pthread_mutex_unlock(&lock);
  }
  if (fd < 0 || fd >= FILES || !files[fd]) return;
  ssize_t (*real_write)(int, const void *, size_t, off_t) = next("pwrite64");
  pthread_mutex_lock(&lock);
  struct file *file = files[fd];
  struct stat now;
  int copy = file && fstat(fd, &now) == 0 ? (int)((int (*)(const char *, int, ...))next("open64"))(file->copy, O_CREAT | O_RDWR, 0600) : -1;
  if (copy >= 0) {
    for (size_t each = 0; each < file->count; each += 1) {
      struct range part = file->written[each];
      char *bytes = malloc(part.length);
      ssize_t got = pread(fd, bytes, part.length, part.from);
      if (got > 0) real_write(copy, bytes, (size_t)got, part.from);
      free(bytes);
    }
    if (((int (*)(int, off_t))next("ftruncate64"))(copy, now.st_size) == 0) file->count = 0;
    ((int (*)(int))next("close"))(copy);
  }
  pthread_mutex_unlock(&lock);
}

static int opened(int fd, const char *path) {
  char whole[PATH_MAX];
  if (fd >= 0) watch(fd, path[0] != '/' && realpath(path, whole) ? whole : path);
  return fd;
}

static mode_t mode_of(int flags, va_list more) { return flags & O_CREAT ? va_arg(more, mode_t) : 0; }

#define OPEN(name)                                                                  \
  int name(const char *path, int flags, ...) {                                      \
    va_list more;                                                                   \
    va_start(more, flags);                                                          \
    mode_t mode = mode_of(flags, more);                                             \
    va_end(more);                                                                   \
    return opened(((int (*)(const char *, int, ...))next(#name))(path, flags, mode), path); \
  }
OPEN(open)
OPEN(open64)

#define PWRITE(name)                                                                          \
  ssize_t name(int fd, const void *bytes, size_t length, off_t from) {                        \
    ssize_t done = ((ssize_t (*)(int, const void *, size_t, off_t))next(#name))(fd, bytes, length, from); \
    note(fd, from, done);                                                                     \
    return done;                                                                              \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t length) {
  off_t from = fd >= 0 && fd < FILES && files[fd] ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = ((ssize_t (*)(int, const void *, size_t))next("write"))(fd, bytes, length);
  note(fd, from, done);
  return done;
}

#define SYNC(name)                                   \
  int name(int fd) {                                 \
    int failed = ((int (*)(int))next(#name))(fd);    \
    if (!failed) bring(fd);                          \
    return failed;                                   \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  int failed = ((int (*)(const char *))next("unlink"))(path);
  if (!failed && is_watched(path)) {
    char copy[2 * PATH_MAX];
    copy_of(path, copy, sizeof copy);
    pthread_mutex_lock(&lock);
    if (deletions < FILES) deleted[deletions++] = strdup(copy);
    pthread_mutex_unlock(&lock);
  }
  return failed;
}

int close(int fd) {
  if (fd >= 0 && fd < FILES && files[fd]) {
    pthread_mutex_lock(&lock);
    free(files[fd]->written);
    free(files[fd]);
    files[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return ((int (*)(int))next("close"))(fd);
}
