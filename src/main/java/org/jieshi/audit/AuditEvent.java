package org.jieshi.audit;

/** What happened, before it has its place in the chain. */
record AuditEvent(String action, String subjectKind, String subjectId, String detail) {
}
