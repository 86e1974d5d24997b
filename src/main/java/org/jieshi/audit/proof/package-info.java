/**
 * Proof of the audit chain for those who do not trust the database: its head signed each day with a key that lies outside
 * it, and an export that anybody can verify with the public half of that key alone.
 *
 * <p>Start with {@link org.jieshi.audit.proof.SignedHeads}. {@link org.jieshi.audit.proof.ExportVerifier} and what it uses
 * need neither Spring nor a database.
 */
@NullMarked
package org.jieshi.audit.proof;

import org.jspecify.annotations.NullMarked;
