namespace Coppice.EndToEnd.Tests.Dashboard;

/// <summary>Tests that share one server and one browser, and so follow one another.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDashboard : ICollectionFixture<DashboardSite>
{
    public const string Name = "dashboard";
}
