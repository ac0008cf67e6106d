/** A host that reads riders' facts from a file, decides every topic for every rider, and shows what came out. */
@NullMarked
package org.riderrules.examples.quickstart;

import org.jspecify.annotations.NullMarked;
