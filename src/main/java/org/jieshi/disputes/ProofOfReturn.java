package org.jieshi.disputes;

/** What shows that land was given back: a document or a photo in the file. Kept with the contents of the case. */
public interface ProofOfReturn {

  /** Refused with {@code CONFLICTING_STATE} if the file holds neither. */
  void require(String caseId, String caseNumber);
}
