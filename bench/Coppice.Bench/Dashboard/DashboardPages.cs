namespace Coppice.Bench.Dashboard;

/// <summary>Every page of the dashboard, under the name its pictures have.</summary>
internal static class DashboardPages
{
    public static IReadOnlyList<(string Name, string Path)> All { get; } =
    [
        ("overview", "/"),
        ("model", "/models/purchase"),
        ("model-amounts", "/models/clv"),
        ("versions", "/models/purchase/versions"),
        ("model-drift", "/models/churn/drift"),
        ("answers", "/models/purchase/answers"),
        ("runs", "/runs"),
        ("run", "/runs/35"),
        ("upload", "/upload"),
        ("drift", "/drift"),
        ("data", "/data"),
        ("customers", "/customers"),
        ("customer", "/customers/c00980"),
        ("alerts", "/alerts"),
        ("audit", "/audit"),
        ("settings", "/settings"),
    ];
}
