package org.jieshi.ogc;

import java.util.Map;

/** A condition on the columns of a layer's rows, with its named parameters. */
record Condition(String sql, Map<String, Object> parameters) {}
