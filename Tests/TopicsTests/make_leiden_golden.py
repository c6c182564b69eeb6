#!/usr/bin/env python3
"""Prints golden modularities for LeidenTests.swift from the package leidenalg (V. Traag), which this program does not
use: pip install igraph leidenalg. The graph is Zachary's karate club (1977), resolutions 0.5, 1 and 2."""
import igraph, leidenalg

club = igraph.Graph.Famous('Zachary')
print('edges:', ','.join(f'{a}-{b}' for a, b in club.get_edgelist()))
for resolution in (0.5, 1, 2):
    best = max((leidenalg.find_partition(club, leidenalg.RBConfigurationVertexPartition, seed=seed, n_iterations=-1,
                                         resolution_parameter=resolution) for seed in range(100)), key=lambda p: p.quality())
    print(resolution, 'communities', len(best), 'quality', best.quality(), 'modularity', best.modularity)
