/** Package subnets: reference subnets with real models and real storage, and how their work is marked. */

export { Draw, secretCommitment, taskSeed } from './task/draw.ts';
export { computeChance, computeShares, computeStanding, computeStandings, MAIN_TRACK, type Mark, type Standing, type Track } from './task/score.ts';
export { BadRequest, BEHAVIOURS, type Behaviour, type Exam, type Examined, type Examiner, type Reply, type SubnetKind, type Worker } from './subnetKind.ts';
export { createEmbedSubnet } from './embed/embed.ts';
export { OPEN_TRACK } from './embed/openTrack.ts';
export { countTokens, vectorFromBase64, vectorToBase64, type Embedder } from './embed/embedder.ts';
export { createUseLite, USE_LITE } from './embed/useLite.ts';
export { createStoreSubnet } from './store/store.ts';
export { createGateway } from './gateway/gateway.ts';
export type { Transcripts } from './gateway/rounds.ts';
export type { GatewayOptions, OrganicSample } from './gateway/gatewayCore.ts';
export { createChatSubnet } from './chat/chat.ts';
export type { ChatModel } from './chat/chatModel.ts';
export type { ChatAnswer, ChatMessage, ChatPiece, ChatRequest } from './chat/chatWire.ts';
export { createLlamaModel, type LlamaFiles } from './chat/llamaModel.ts';
export { createRemoteChatModel, startChatHost, type ChatModelAddress } from './chat/chatHost.ts';
export { createRemoteEmbedder, startModelHost, type ModelAddress } from './embed/modelHost.ts';
export { NobodyAnswered, type MinerAnswer, type MinerRoute, type MinerSource } from './gateway/miners.ts';
export { createBoardSubnet } from './board/board.ts';
export { addModel, DEFAULT_MODELS_FOLDER, findModel, findWordnet, listModels, removeModel, type InstalledModel } from './models/modelFolder.ts';
export { startMiner, type MinerRole } from './roles/miner.ts';
export { startValidator, type Organic, type SubnetValidator, type ValidatorRole } from './roles/validator.ts';
export type { Committed, SecretChain } from './roles/secretChain.ts';
export { RoundFolder } from './roles/roundFolder.ts';
export { auditRound, type ExamRecord, type Exchange, type Finding, type RoundRecord } from './roles/transcript.ts';
export { serveGateway, type ServedGateway } from './gateway/serveGateway.ts';
