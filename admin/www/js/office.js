// SPDX-License-Identifier: Apache-2.0
// What the officials' pages do a little better with JavaScript. Every page is complete without it, and all words are in the templates.

// An error summary takes the focus, so that it is read first.
document.getElementById("error-summary")?.focus();
