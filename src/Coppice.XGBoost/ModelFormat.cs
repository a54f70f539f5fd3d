namespace Coppice.XGBoost;

/// <summary>The two lasting forms of a saved model.</summary>
public enum ModelFormat
{
    /// <summary>XGBoost's JSON.</summary>
    Json,

    /// <summary>The same document as Universal Binary JSON: smaller and faster to load.</summary>
    Ubjson,
}
