package org.jieshi.registration.documents;

import java.time.Instant;

/** A file on record; its content is asked for apart. */
public record ApplicationDocument(long id, String applicationId, DocumentKind kind, String fileName, String mediaType,
    long size, String sha256, String uploadedBy, Instant uploadedAt) {
}
