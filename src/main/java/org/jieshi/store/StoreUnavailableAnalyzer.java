package org.jieshi.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets Spring Boot print the two sentences of a {@link StoreUnavailable} in place of a stack trace. */
final class StoreUnavailableAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StoreUnavailable cause) {
    return new FailureAnalysis(cause.english() + System.lineSeparator() + cause.chinese(), null, cause);
  }
}
