/** What the attacks of the test suite aim at. */
package org.riderrules.engine.attack;
