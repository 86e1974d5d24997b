package org.jieshi.registration.documents;

/**
 * A document that must be there before the entry in the register.
 *
 * @param source the rule that asks for it
 */
public record RequiredDocument(DocumentKind kind, String source) {
}
