package org.jieshi.audit;

/** The last link of the chain; printed on certificates, exported daily. Before the first entry, 0 and zeros. */
public record AuditHead(long seq, String hash) {
}
