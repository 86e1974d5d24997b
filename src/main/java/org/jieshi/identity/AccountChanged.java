package org.jieshi.identity;

/** An account was changed: whatever was signed in to before has ended. */
public record AccountChanged(User account) {
}
