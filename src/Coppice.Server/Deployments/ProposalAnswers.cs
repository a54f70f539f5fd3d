namespace Coppice.Server.Deployments;

/// <summary>What a proposal can come to.</summary>
public static class ProposalAnswers
{
    public const string Approved = "approved";
    public const string Withdrawn = "withdrawn";
}
