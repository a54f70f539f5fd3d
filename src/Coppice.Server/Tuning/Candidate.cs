using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>A recipe on trial, numbered in the order in which recipes came up.</summary>
public sealed record Candidate(int Number, Recipe Recipe);
