package org.azulejo;

/**
 * What became of the layers.
 *
 * @param isGood whether all of them work
 * @param text lines for people
 */
record Findings(boolean isGood, String text) {}
