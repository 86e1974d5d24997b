/**
 * Public notices (公示) and the objections of the public.
 *
 * <p>Invariants: a notice never changes once it is published; a changed boundary or fact makes it worthless and needs a
 * new one, whose period starts again. Of a person the public sees the name of the holder and nothing else; who objected
 * is shown to the office only. The objector sees the answer by receipt
 * and code, of which only the hash is kept; addresses that flood the desk are held back. Start with {@link org.jieshi.registration.notice.Notices} and
 * {@link org.jieshi.registration.notice.Objections}.
 */
@NullMarked
package org.jieshi.registration.notice;

import org.jspecify.annotations.NullMarked;
