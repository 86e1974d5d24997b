package org.jieshi.disputes;

import java.util.List;
import org.jieshi.disputes.line.Transfer;

/**
 * The proposal that the parties of a case chose.
 *
 * @param number of the proposal within the case
 * @param outcome what an agreement on it is called
 */
public record ChosenDivision(int number, Outcome outcome, List<Transfer> transfers, boolean dropSlivers) {

  /** Where the proposals are kept. */
  public interface Source {

    /** Refused with {@code CONFLICTING_STATE} if the parties have chosen none. */
    ChosenDivision of(String caseId);
  }
}
