package org.jieshi.coordination;

/**
 * What a letter is about; its id is the application's id, the parcel's code, the case's id, the code of the claim that
 * encroaches, or, of anything else, a few words that name it.
 */
public enum LetterSubject { APPLICATION, PARCEL, DISPUTE, ENCROACHMENT, FREE }
