using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Training;

namespace Coppice.Server.Triggers;

/// <summary>A challenger that was fitted and judged, not yet written.</summary>
internal sealed record ChallengerTrial(TrainingPlan Plan, TrainedModel Trained, LoadedVersion Challenger, Judgement Judgement);
