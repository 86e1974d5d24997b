/**
 * The files of an application. What a kind of right requires is dated data ({@code V10__registration.sql}); a file is
 * kept once, by its SHA-256, and checked against it whenever it is handed out. Start with
 * {@link org.jieshi.registration.documents.Documents}.
 */
@NullMarked
package org.jieshi.registration.documents;

import org.jspecify.annotations.NullMarked;
