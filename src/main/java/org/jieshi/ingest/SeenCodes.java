package org.jieshi.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether any two records of a file may have the same code, by 64-bit hashes of them: if not, nobody has to look for such.
 * Past a limit it is not known, so that memory doesn't grow with the file.
 */
final class SeenCodes {

  private static final int MOST = 1 << 20;
  private static final long NOTHING = 0;

  private final int most;
  private long[] hashes = new long[1 << 12];
  private int count;
  private boolean mayRepeat;

  SeenCodes() {
    this(MOST);
  }

  /** @param most codes beyond which it isn't known */
  SeenCodes(int most) {
    this.most = most;
  }

  /** Whether two of the codes may be the same; false is certain but for one in billions of files. */
  boolean mayRepeat() {
    return mayRepeat;
  }

  void add(@Nullable String code) {
    if (code == null || mayRepeat) {
      return;
    }
    if (count == most) {
      forget();
      return;
    }
    if (2 * count == hashes.length) {
      grow();
    }
    if (code.chars().noneMatch(SeenCodes::isStoredOtherwise) && put(hashes, hash(code))) {
      count++;
    } else {
      forget();
    }
  }

  private void forget() {
    mayRepeat = true;
    hashes = new long[0];
  }

  private void grow() {
    long[] larger = new long[2 * hashes.length];
    Arrays.stream(hashes).filter(hash -> hash != NOTHING).forEach(hash -> put(larger, hash));
    hashes = larger;
  }

  /** @return whether it wasn't there yet */
  private static boolean put(long[] table, long hash) {
    int slot = (int) (hash >>> 32) & table.length - 1;
    while (table[slot] != NOTHING && table[slot] != hash) {
      slot = slot + 1 & table.length - 1;
    }
    boolean first = table[slot] == NOTHING;
    table[slot] = hash;
    return first;
  }

  /** Left out or replaced on the way into the database, where different codes may become the same. */
  private static boolean isStoredOtherwise(int character) {
    return character == 0 || Character.isSurrogate((char) character);
  }

  private static long hash(String code) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < code.length(); i++) {
      hash = (hash ^ code.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    return hash == NOTHING ? 1 : hash;
  }
}
