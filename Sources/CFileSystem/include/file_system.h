#ifndef THEMARADAR_FILE_SYSTEM_H
#define THEMARADAR_FILE_SYSTEM_H
// System calls that Swift's Glibc module lacks, because they are GNU extensions.

/// Exchanges two paths in one step, so that a reader sees the old or the new, never neither.
/// Returns 0, or -1 with errno set (renameat2(2) with RENAME_EXCHANGE).
int exchange_paths(const char *first, const char *second);

/// Flushes everything written to the file system that a descriptor lies on.
/// Returns 0, or -1 with errno set (syncfs(2)).
int flush_file_system(int descriptor);

/// Lets a program that is about to be started begin in a folder; `actions` is a posix_spawn_file_actions_t.
/// Returns 0 or an error number (posix_spawn_file_actions_addchdir_np(3)).
int start_in_folder(void *actions, const char *folder);
#endif
