/** What docs/trust.md promises about the whole program, whichever module it is about: faults, crowds, the record itself. */
package org.jieshi.trust;
