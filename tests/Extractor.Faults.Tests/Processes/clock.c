/* Preloaded into a worker: its wall clock is ten minutes early or late, and jumps each second. The monotonic clocks go on. */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t skew(void) {
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    return now.tv_sec % 2 ? 600 : -600;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int code = syscall(SYS_clock_gettime, clock, time);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += skew();
    return code;
}

int gettimeofday(struct timeval *time, void *zone) {
    int code = syscall(SYS_gettimeofday, time, zone);
    if (code == 0) time->tv_sec += skew();
    return code;
}
