namespace Extractor.Web.Pages.Words;

/// <summary>In which language labels are shown; texts and names stay as they are.</summary>
enum Language { Chinese, English }
