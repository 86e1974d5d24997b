package org.jieshi.registration.gates;

import java.util.List;
import org.jieshi.shared.UnmetGate;

/** A condition of the procedure. */
interface Gate {

  /** The rule's id in rules.md. */
  String id();

  /** Every fact that is missing or in the way; none when the gate is passed. */
  List<UnmetGate> unmet(Facts facts);
}
