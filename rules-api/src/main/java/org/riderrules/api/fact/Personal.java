package org.riderrules.api.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says something about a person: an audit record seals it, so that it can be erased while the record still verifies.
 *
 * <p>On a component of a record: that component is sealed as one leaf. On a record or an interface: every component of
 * the record, or of each record that implements the interface, is sealed as a leaf of its own unless it is marked
 * {@link NotPersonal}. So a component that is added later is personal until somebody says that it is not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Personal {}
