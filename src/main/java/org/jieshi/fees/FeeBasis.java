package org.jieshi.fees;

/** What a rate is multiplied with. */
public enum FeeBasis {
  PER_SQUARE_METRE, PER_ITEM, EXEMPT
}
