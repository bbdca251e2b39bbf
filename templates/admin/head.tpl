{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="zh-CN" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#ffffff">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/css/shanyu.css?v={{CSS_VERSION}}">
<link rel="stylesheet" href="/css/office.css?v={{CSS_VERSION}}">
<script type="module" src="/office/js/office.js?v={{CSS_VERSION}}"></script>
