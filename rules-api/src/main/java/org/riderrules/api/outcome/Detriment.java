package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;

/**
 * Whatever is held against a rider, or taken from him: a penalty, or what counts as one in his market. It carries
 * everything a notice has to say, and a statement of reasons is owed for it before it takes effect (EU directive
 * 2024/2831, art. 11; Seattle SMC 8.40; Minnesota 181C.04).
 */
public sealed interface Detriment permits Penalty, Recommendation {

    /** What it is about, short: the violation's code, the tier. */
    String code();

    /** What tells it from the other detriments of its decision: the violation answered, or else the code. */
    String about();

    /** References to the evidence, at least one. */
    List<String> evidence();

    /** The clause of the policy that was violated, or that this follows from. */
    String policy();

    /** Message key: how to put it right. */
    String remedy();

    /** Message key: where and how to appeal. */
    String appealRoute();

    /** Last day to appeal. */
    LocalDate appealBy();

    /** First day it holds, or would hold. */
    LocalDate validFrom();

    /** First day it no longer holds. */
    LocalDate validUntil();
}
