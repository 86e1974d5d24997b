package org.jieshi.coordination.circular;

import org.jieshi.coordination.Department;

/** @param name the office as it is written on the letter */
record Addressee(Department department, String name) {
}
