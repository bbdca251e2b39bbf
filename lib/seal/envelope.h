/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sealed envelopes: files that anybody with the office's public key can write and only its secret key opens. They hold a
 * letter and files as a stream, so that nothing is ever held whole, and a letter's size shows only in classes.
 * Refuses on opening whatever is not exactly what was written: changed, cut off, put in another order, with bytes added.
 */
#ifndef SHANYU_LIB_ENVELOPE_H
#define SHANYU_LIB_ENVELOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ENVELOPE_KEY 32                 /* bytes of a public and of a secret key (Curve25519) */
#define ENVELOPE_KEY_ID 8
#define ENVELOPE_LONGEST_NAME 1024      /* bytes of a declared name */

/* How long evidence lies in the inbox for its letter: what no letter claims by then is removed. */
#define ENVELOPE_UNCLAIMED_SECONDS ((int64_t)24 * 3600)
/* A letter claims what is younger: an hour is left for it to be written and seen before the file is removed. */
#define ENVELOPE_CLAIMABLE_SECONDS ((int64_t)23 * 3600)

enum envelope_kind { ENVELOPE_LETTER, ENVELOPE_FILE };

/* A new pair of keys. The secret belongs into guarded memory (sodium_malloc) and a file of the office's only. */
void envelope_key_make(uint8_t public_key[ENVELOPE_KEY], uint8_t secret_key[ENVELOPE_KEY]);

/* What stands in an envelope of the key it is for: the begin of BLAKE2b of the public key, personalised "shanyu.key-id". */
void envelope_key_id(const uint8_t public_key[ENVELOPE_KEY], uint8_t id[ENVELOPE_KEY_ID]);

/*
 * Writing. The folder is a descriptor of the inbox opened with O_PATH | O_DIRECTORY: its user needs write and search (mode -wx)
 * and no read, so that it can put envelopes in, and neither list the folder nor open what lies there. An envelope is written
 * under no name (O_TMPFILE; needs /proc to get its name), and when its writer dies it never was. The file's mode is
 * 0400 when the folder is the writer's own, else 0040: only the folder's group reads (a set-group-id folder).
 *
 * Names are linked after the content is on disk, and the success is told after the name is. fsync on a folder needs a descriptor
 * that reads; one of O_PATH is made durable by syncfs: it waits for all that is being written to that file system, so give the
 * inbox one of its own. A folder opened O_RDONLY is fsynced.
 *
 * System calls besides write: openat, fstat, umask, geteuid, fsync, syncfs, linkat, close, getrandom; mmap, mprotect, mlock,
 * munlock, madvise, munmap for libsodium's guarded memory, which holds the content that is not sealed yet (at most 64 KiB).
 */
struct envelope;

enum envelope_end {
	ENVELOPE_SENT,                  /* on disk under its name */
	ENVELOPE_ALREADY_THERE,         /* an envelope of this name is on disk: the same, sent twice */
	ENVELOPE_NO_ROOM,               /* the disk, the quota or the largest file's size is full */
	ENVELOPE_FAILED                 /* errno tells. Its name is there only if nothing but the folder's sync failed */
};

/* NULL when it cannot be begun: errno. One that was begun must be ended or abandoned. */
struct envelope *envelope_begin(int folder, const uint8_t public_key[ENVELOPE_KEY]);

/*
 * Begin a part, and end the one before. The name of a file is the one declared by its sender, as it came: a claim. A letter is
 * padded to 2, 8, 32, 128 KiB, then to multiples of 128; files are not. After a failure everything but end and abandon does nothing.
 */
bool envelope_part(struct envelope *envelope, enum envelope_kind kind, const char *name);
bool envelope_write(struct envelope *envelope, const void *bytes, size_t size);

/*
 * Seal it and give it its name (one that no slash is in). Whatever it answers, the envelope is gone from memory. A failed sync
 * (EIO) is never tried again, as a second one would seem to succeed: take in nothing more and end the program.
 */
enum envelope_end envelope_end(struct envelope *envelope, const char *name);
void envelope_abandon(struct envelope *envelope);

/* Opening, by whom the secret key is with. */
struct envelope_reader;

enum envelope_verdict {
	ENVELOPE_FINE,
	ENVELOPE_NO_ENVELOPE,           /* too short or of another form */
	ENVELOPE_OTHER_VERSION,         /* of a later form than this program knows */
	ENVELOPE_OTHER_KEY,             /* sealed to another key: see envelope_sealed_to */
	ENVELOPE_BROKEN,                /* changed, cut off, mixed up or longer than it was */
	ENVELOPE_UNREADABLE             /* read failed: errno */
};

/* For which key an envelope is, without opening it. The file is read from where it stands, and put back there. */
enum envelope_verdict envelope_sealed_to(int file, uint8_t id[ENVELOPE_KEY_ID]);

/* Open a file, read from where it stands to its end. NULL unless ENVELOPE_FINE. The file stays the caller's. */
struct envelope_reader *envelope_open(int file, const uint8_t public_key[ENVELOPE_KEY],
	const uint8_t secret_key[ENVELOPE_KEY], enum envelope_verdict *verdict);

enum envelope_event {
	ENVELOPE_PART,                  /* a part begins: its kind and name */
	ENVELOPE_BYTES,                 /* the next bytes of it, at most 64 KiB */
	ENVELOPE_DONE,                  /* that was all, and all of it is what was sealed */
	ENVELOPE_STOPPED                /* the verdict tells why; nothing more comes */
};

/* Held in the reader until the next call. */
struct envelope_piece {
	enum envelope_kind kind;
	const char *name;
	const uint8_t *bytes;
	size_t size;
	enum envelope_verdict verdict;
};

/*
 * The next event. What comes was sealed by the sender in this order, but until ENVELOPE_DONE the rest may be missing: keep nothing
 * of an envelope that stops.
 */
enum envelope_event envelope_next(struct envelope_reader *reader, struct envelope_piece *piece);

/* Close, and wipe what was open. */
void envelope_close(struct envelope_reader *reader);

#endif
