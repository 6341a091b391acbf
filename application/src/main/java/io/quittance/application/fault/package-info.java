/** How faults of ours are told, so that many do not hide one: {@link io.quittance.application.fault.FaultLog}. */
package io.quittance.application.fault;
