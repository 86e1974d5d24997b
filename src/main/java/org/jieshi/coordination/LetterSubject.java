package org.jieshi.coordination;

/** What a letter is about; its id is the application's id, the parcel's code or the case's id. */
public enum LetterSubject { APPLICATION, PARCEL, DISPUTE }
