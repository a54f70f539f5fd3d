namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>A condition, or what is wrong with its text and at which column.</summary>
public sealed record RuleParseResult(RuleCondition? Condition, string? Problem);
