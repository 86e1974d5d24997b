package org.jieshi.shared;

import java.util.List;

/** The steps that one address takes by its last part, each with its own body: for the description of the interface. */
public interface ActionBodies {

  /** @param path the last part of its address; @param body the class that its JSON is read into */
  record Step(String path, Bilingual title, Class<?> body) {}

  /** The address with {@code {action}} or another variable at its end. */
  String address();

  List<Step> steps();
}
