/** Runtime API NeuronInfoRuntimeApi. */

import { apiMethod, option, type ApiDecl, u16, vec } from '@taonet/codec';
import { neuronInfo, neuronInfoLite } from '../types/neuronInfo.ts';

export const neuronInfoApi = {
  name: 'NeuronInfoRuntimeApi',
  id: '806df4ccaa9ed485',
  version: 1,
  methods: {
    get_neurons: apiMethod({ netuid: u16 }, vec(neuronInfo)),
    get_neuron: apiMethod({ netuid: u16, uid: u16 }, option(neuronInfo)),
    get_neurons_lite: apiMethod({ netuid: u16 }, vec(neuronInfoLite)),
    get_neuron_lite: apiMethod({ netuid: u16, uid: u16 }, option(neuronInfoLite)),
  },
} as const satisfies ApiDecl;
