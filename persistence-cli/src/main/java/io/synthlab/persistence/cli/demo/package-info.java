/** The main job on a sample, told step by step. */
@NullMarked
package io.synthlab.persistence.cli.demo;

import org.jspecify.annotations.NullMarked;
