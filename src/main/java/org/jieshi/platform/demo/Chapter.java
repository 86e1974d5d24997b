package org.jieshi.platform.demo;

/**
 * A chapter of the demo's story. Telling it again, after it was interrupted, goes on where it was.
 *
 * @param id stays the same for ever: the audit log says by it which chapters were told
 */
record Chapter(String id, String title, Runnable telling) {
}
