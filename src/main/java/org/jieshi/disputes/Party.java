package org.jieshi.disputes;

import java.util.List;

/**
 * A side of a case.
 *
 * @param units codes of the parcels, claims and evidence it stands for
 */
record Party(Side side, String name, List<String> units) {

  enum Side { APPLICANT, RESPONDENT }
}
