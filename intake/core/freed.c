/* SPDX-License-Identifier: Apache-2.0 */
/* What any library of the intake gives back to the heap is overwritten first. */
#include <malloc.h>
#include <string.h>

#ifndef __SANITIZE_ADDRESS__

void __libc_free(void *bytes);

/*
 * In place of the C library's, for all libraries of this program: M_PERTURB passes over small pieces, and what libqrencode or jansson copied
 * of a receipt lay in the heap until something else took its place.
 */
void free(void *bytes)
{
	if (bytes)
		explicit_bzero(bytes, malloc_usable_size(bytes));
	__libc_free(bytes);
}

#endif
